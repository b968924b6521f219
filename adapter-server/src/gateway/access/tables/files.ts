import type { RulesOf } from '../../authorization.ts';
import type { FileOperation } from '../rule.ts';
import { EVERYONE, organization, self } from '../rules.ts';

export const FILE_RULES: RulesOf<FileOperation> = {
    uploadFile: self,
    downloadAttachment: { roles: EVERYONE, check: 'attachment:read', attachment: (args) => args.id },
    downloadRawMessage: { roles: EVERYONE, check: 'message:read', message: (args) => args.id },
    downloadQuarantined: organization,
};
