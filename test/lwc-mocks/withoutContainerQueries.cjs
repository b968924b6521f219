// jsdom's style sheet parser is older than container queries and prints a page for each. Tests do not look at layout.
const report = console.error;
console.error = (...args) => {
    if (!String(args[0]?.message ?? args[0]).includes('Could not parse CSS stylesheet')) report(...args);
};
