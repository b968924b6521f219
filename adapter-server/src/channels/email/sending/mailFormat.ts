import type { MailFormat } from '../../../ports/mailFormat.ts';
import { presentHtml } from '../display/presentHtml.ts';
import { slicesOf } from '../display/sliceHtml.ts';
import { htmlToText } from '../parsing/htmlToText.ts';
import { htmlFragmentOfText } from './htmlOfText.ts';

/** What an agent pasted is as little to be trusted as what a customer sent: the same list decides. */
export const mailFormat: MailFormat = {
    clean: (html, contentIds) =>
        [...slicesOf(html)]
            .map(
                (slice) =>
                    presentHtml(slice.html, {
                        cidUrl: (contentId) => (contentIds.has(contentId) ? `cid:${contentId}` : null),
                        showRemote: true,
                        imageSchemes: ['http', 'https', 'cid'],
                    }).html,
            )
            .join(''),
    textOf: htmlToText,
    htmlOf: htmlFragmentOfText,
};
