import add from '@salesforce/label/c.Patchbay_AdminTagsAdd';
import added from '@salesforce/label/c.Patchbay_AdminTagsAdded';
import admins from '@salesforce/label/c.Patchbay_AdminTagsAdmins';
import also from '@salesforce/label/c.Patchbay_AdminTagsAlso';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import count from '@salesforce/label/c.Patchbay_AdminTagsCount';
import countOne from '@salesforce/label/c.Patchbay_AdminTagsCountOne';
import deleteConfirm from '@salesforce/label/c.Patchbay_AdminTagsDeleteConfirm';
import deleteName from '@salesforce/label/c.Patchbay_AdminTagsDeleteName';
import deleteTag from '@salesforce/label/c.Patchbay_AdminTagsDelete';
import deleteText from '@salesforce/label/c.Patchbay_AdminTagsDeleteText';
import deleted from '@salesforce/label/c.Patchbay_AdminTagsDeleted';
import empty from '@salesforce/label/c.Patchbay_AdminTagsEmpty';
import emptyText from '@salesforce/label/c.Patchbay_AdminTagsEmptyText';
import everybody from '@salesforce/label/c.Patchbay_AdminTagsEverybody';
import heading from '@salesforce/label/c.Patchbay_AdminTags';
import merged from '@salesforce/label/c.Patchbay_AdminTagsMerged';
import newName from '@salesforce/label/c.Patchbay_AdminTagsNewName';
import newTag from '@salesforce/label/c.Patchbay_AdminTagsNew';
import rename from '@salesforce/label/c.Patchbay_AdminTagsRename';
import renameName from '@salesforce/label/c.Patchbay_AdminTagsRenameName';
import renameText from '@salesforce/label/c.Patchbay_AdminTagsRenameText';
import renamed from '@salesforce/label/c.Patchbay_AdminTagsRenamed';
import save from '@salesforce/label/c.Patchbay_Save';
import text from '@salesforce/label/c.Patchbay_AdminTagsText';
import who from '@salesforce/label/c.Patchbay_AdminTagsWho';

export const labels = {
    add,
    added,
    admins,
    also,
    cancel,
    count,
    countOne,
    deleteConfirm,
    deleteName,
    deleteTag,
    deleteText,
    deleted,
    empty,
    emptyText,
    everybody,
    heading,
    merged,
    newName,
    newTag,
    rename,
    renameName,
    renameText,
    renamed,
    save,
    text,
    who,
};
