import type { Permission, Role } from '../../core/vocabulary.ts';

/** Whose objects an operation may touch, beside the roles that may call it at all. */
export type Rule<A> = {
    readonly roles: readonly Role[];
    /** A permission that it demands beside the role (A6), by its arguments; null: none. */
    readonly permission?: (args: A) => Permission | null;
} & (
    | {
          /** Only ever about the caller: nothing of others is named in its arguments. */
          readonly check: 'self';
      }
    | {
          /** What everybody who is signed in may see: names, presence, queues' settings. */
          readonly check: 'directory';
      }
    | {
          /** The statement itself leaves out what the caller may not see, by the rule of mayRead. */
          readonly check: 'filtered';
      }
    | {
          /** The whole organization's; the role alone decides. */
          readonly check: 'organization';
      }
    | {
          readonly check: 'interaction:read' | 'interaction:work';
          readonly interactions: (args: A) => readonly number[];
          readonly uploads?: (args: A) => readonly number[];
      }
    | {
          /** interaction:work, and the one who is to get it reports to the caller or is its original agent (E5). */
          readonly check: 'interaction:assign';
          readonly interaction: (args: A) => number;
          readonly to: (args: A) => number;
      }
    | { readonly check: 'offer:own'; readonly offer: (args: A) => number }
    | { readonly check: 'queue:work'; readonly queue: (args: A) => number }
    | { readonly check: 'message:read'; readonly message: (args: A) => number }
    | { readonly check: 'attachment:read'; readonly attachment: (args: A) => number }
);

/** Which file an HTTP download or upload is about. */
export interface FileArgs {
    readonly id: number;
}
export const FILE_OPERATIONS = [
    'uploadFile',
    'downloadAttachment',
    'downloadRawMessage',
    'downloadQuarantined',
] as const;
export type FileOperation = (typeof FILE_OPERATIONS)[number];
