/**
 * The document of a mail's HTML. The server has cleaned it; here a second fence stands around it: a sandbox without
 * scripts and a policy of its own. Remote images load only where the agent asked.
 */
export interface FrameColors {
    text: string;
    link: string;
    scheme: string;
}

const OWN_COLORS = /\b(?:bgcolor|background(?:-color)?|color)\s*[:=]/i;
/** The server links an inline image to its attachment; a frame cannot carry the session, so the page fetches it. */
const ATTACHMENT = /\bsrc\s*=\s*"[^"]*\/attachments\/(\d+)[^"]*"/gi;

/** A mail that sets colors of its own was made for white paper. */
export function wantsPaper(html: string): boolean {
    return OWN_COLORS.test(html);
}

export function frameDocument(html: string, remote: boolean, colors: FrameColors): string {
    const images = remote ? 'blob: data: https:' : 'blob: data:';
    const paper = wantsPaper(html);
    const page = paper
        ? 'background:#fff;color:#181818;color-scheme:light;padding:12px;border-radius:6px'
        : `background:transparent;color:${colors.text};padding:0`;
    const link = paper ? '#0b5cab' : colors.link;
    return `<!doctype html><html style="color-scheme:${paper ? 'light' : colors.scheme}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src ${images}; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer"><base target="_blank">
<style>
html,body{margin:0;overflow-y:hidden}
body{${page};font:13px/1.5 "Salesforce Sans",Arial,sans-serif;overflow-wrap:anywhere}
body>:first-child{margin-top:0}
body>:last-child{margin-bottom:0}
a{color:${link}}
img{max-width:100%;height:auto}
img[data-blocked]{display:inline-block;min-width:24px;min-height:24px;border:1px dashed currentColor;opacity:.5}
pre{white-space:pre-wrap}
table{max-width:100%}
blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid rgb(128 128 128 / 50%)}
blockquote blockquote blockquote blockquote blockquote blockquote{margin:0;padding:0;border:0}
</style></head><body>${html.replace(ATTACHMENT, 'data-attachment="$1"')}</body></html>`;
}
