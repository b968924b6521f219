import { listBlockRows } from '../storage/blocks.ts';
import type { Transaction } from '../storage/transaction.ts';
import { pageOf } from './summaries.ts';

export const listBlocks = async (
    on: Pick<Transaction, 'run'>,
    page: { before: number | null; limit: number },
) => pageOf(await listBlockRows(on, page), page.limit);
