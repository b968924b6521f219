import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

/**
 * Runs TypeScript in Jest exactly as Node runs it in production: the types are replaced by blanks,
 * so that lines and columns stay true without source maps, and syntax that cannot be erased (enums,
 * parameter properties) fails here as it would there.
 */
const transformer = {
    /** @param {string} source @param {string} path */
    process(source, path) {
        return { code: stripTypeScriptTypes(source, { mode: 'strip', sourceUrl: path }) };
    },
    /** @param {string} source @param {string} path */
    getCacheKey(source, path) {
        return createHash('sha256')
            .update(process.version)
            .update('\0')
            .update(path)
            .update('\0')
            .update(source)
            .digest('hex');
    },
};

export default transformer;
