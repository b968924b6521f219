import back from '@salesforce/label/c.Patchbay_Back';
import notifications from '@salesforce/label/c.Patchbay_Notifications';
import notificationsEmpty from '@salesforce/label/c.Patchbay_NotificationsEmpty';
import notificationsEmptyText from '@salesforce/label/c.Patchbay_NotificationsEmptyText';
import notificationsUnread from '@salesforce/label/c.Patchbay_NotificationsUnread';
import notifySettings from '@salesforce/label/c.Patchbay_NotifySettings';
import offer from '@salesforce/label/c.Patchbay_OfferInBell';
import settings from '@salesforce/label/c.Patchbay_Settings';

export const labels = {
    back,
    notifications,
    notificationsEmpty,
    notificationsEmptyText,
    notificationsUnread,
    notifySettings,
    offer,
    settings,
};
