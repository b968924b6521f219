import { fileURLToPath } from 'node:url';
import { consoleStaticPaths } from '../../../local-org/paths.ts';

const web = fileURLToPath(new URL('../../web', import.meta.url));

/** What is served as files, the more specific prefix first. */
export const pagePaths = (demo: boolean): { mount: string; dir: string }[] => [
    ...consoleStaticPaths(),
    ...(demo ? [{ mount: '/demo/mailbox', dir: `${web}/mailbox` }] : []),
    { mount: '/', dir: `${web}/landing` },
];
