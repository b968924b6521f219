import { consoleStaticPaths } from '../../../local-org/paths.ts';

/** What is served as files, the more specific prefix first; the pages outside the console are demo/pages.ts. */
export const pagePaths = (): { mount: string; dir: string }[] => consoleStaticPaths();
