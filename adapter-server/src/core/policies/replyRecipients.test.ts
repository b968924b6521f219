import { expect, it } from '@jest/globals';
import { replyRecipients } from './replyRecipients.ts';

const at = (address: string) => ({ name: '', address });
const mail = {
    direction: 'inbound' as const,
    replyTo: [],
    fromName: '',
    fromAddress: 'maria@customer.example.com',
    recipients: [at('Support+pb.abc@example.com'), at('bert@customer.example.com')],
    cc: [at('carla@customer.example.com'), at('support@example.com'), at('MARIA@customer.example.com')],
};
const own = ['support@example.com'];
const addresses = (found: { to: { address: string }[]; cc: { address: string }[] }) => [
    found.to.map(({ address }) => address),
    found.cc.map(({ address }) => address),
];

it('answers the sender alone', () => {
    expect(addresses(replyRecipients('reply', mail, own))).toEqual([['maria@customer.example.com'], []]);
});

it('answers all but ourselves, each once, Cc in Cc', () => {
    expect(addresses(replyRecipients('reply_all', mail, own))).toEqual([
        ['maria@customer.example.com', 'bert@customer.example.com'],
        ['carla@customer.example.com'],
    ]);
});

it('goes to Reply-To before From', () => {
    const asked = { ...mail, replyTo: [at('office@customer.example.com')] };
    expect(addresses(replyRecipients('reply_all', asked, own))[0]).toEqual([
        'office@customer.example.com',
        'bert@customer.example.com',
    ]);
});

it('answers our own mail where it went, and not ourselves', () => {
    const ours = {
        ...mail,
        direction: 'outbound' as const,
        replyTo: [at('support+pb.abc@example.com')],
        fromAddress: 'support@example.com',
        recipients: [at('maria@customer.example.com')],
        cc: [at('carla@customer.example.com')],
    };
    expect(addresses(replyRecipients('reply', ours, own))).toEqual([['maria@customer.example.com'], []]);
    expect(addresses(replyRecipients('reply_all', ours, own))).toEqual([
        ['maria@customer.example.com'],
        ['carla@customer.example.com'],
    ]);
});
