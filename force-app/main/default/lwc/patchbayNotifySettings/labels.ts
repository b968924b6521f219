import desktop from '@salesforce/label/c.Patchbay_Desktop';
import desktopBlocked from '@salesforce/label/c.Patchbay_DesktopBlocked';
import desktopBlockedNext from '@salesforce/label/c.Patchbay_DesktopBlockedNext';
import desktopFor from '@salesforce/label/c.Patchbay_DesktopFor';
import notifyKind from '@salesforce/label/c.Patchbay_NotifyKind';
import sound from '@salesforce/label/c.Patchbay_Sound';
import soundFor from '@salesforce/label/c.Patchbay_SoundFor';

export const labels = {
    desktop,
    desktopBlocked,
    desktopBlockedNext,
    desktopFor,
    notifyKind,
    sound,
    soundFor,
};
