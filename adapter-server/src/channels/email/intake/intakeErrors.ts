/** Replies of the intake (RFC 5321, 4.2.3): 4xx makes the sender try again, 5xx makes it give up. */
export type IntakeReplyCode = 451 | 550 | 552;

export class IntakeRefusal extends Error {
    readonly responseCode: IntakeReplyCode;

    constructor(responseCode: IntakeReplyCode, text: string) {
        super(text);
        this.responseCode = responseCode;
    }
}

export const unknownRecipient = (): IntakeRefusal => new IntakeRefusal(550, '5.1.1 No such address here');
export const tooBig = (): IntakeRefusal => new IntakeRefusal(552, '5.3.4 Message too big');
export const tryAgain = (): IntakeRefusal =>
    new IntakeRefusal(451, '4.3.0 Temporary failure, try again later');
