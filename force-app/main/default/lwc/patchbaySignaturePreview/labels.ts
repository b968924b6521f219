import showSignature from '@salesforce/label/c.Patchbay_ShowSignature';
import signatureNone from '@salesforce/label/c.Patchbay_SignatureNone';
import signatureOfAgent from '@salesforce/label/c.Patchbay_SignatureOfAgent';
import signatureOfQueue from '@salesforce/label/c.Patchbay_SignatureOfQueue';

export const labels = { showSignature, signatureNone, signatureOfAgent, signatureOfQueue };
