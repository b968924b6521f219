/** What the screens show, by area. Built by gateway/presenters, never by a client. */
export * from './views/directory.ts';
export * from './views/interaction.ts';
export * from './views/message.ts';
export * from './views/people.ts';
export * from './views/help.ts';
export * from './views/macros.ts';
export * from './views/search.ts';
export * from './views/targets.ts';
export * from './views/administration.ts';
export * from './views/mailboxes.ts';
export * from './views/contentRules.ts';
