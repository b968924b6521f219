import add from '@salesforce/label/c.Patchbay_AdminMailboxAdd';
import address from '@salesforce/label/c.Patchbay_AdminMailboxAddress';
import authserv from '@salesforce/label/c.Patchbay_AdminMailboxAuthserv';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import clientId from '@salesforce/label/c.Patchbay_AdminMailboxClientId';
import clientSecret from '@salesforce/label/c.Patchbay_AdminMailboxClientSecret';
import displayName from '@salesforce/label/c.Patchbay_AdminMailboxDisplayName';
import editing from '@salesforce/label/c.Patchbay_AdminMailboxEditing';
import folder from '@salesforce/label/c.Patchbay_AdminMailboxFolder';
import from from '@salesforce/label/c.Patchbay_AdminMailboxFrom';
import fromBeginning from '@salesforce/label/c.Patchbay_AdminMailboxFromBeginning';
import fromNow from '@salesforce/label/c.Patchbay_AdminMailboxFromNow';
import google from '@salesforce/label/c.Patchbay_AdminMailboxPresetGoogle';
import host from '@salesforce/label/c.Patchbay_AdminMailboxHost';
import keep from '@salesforce/label/c.Patchbay_AdminMailboxKeep';
import kind from '@salesforce/label/c.Patchbay_AdminMailboxKind';
import kindImap from '@salesforce/label/c.Patchbay_AdminMailboxKindImap';
import kindIntake from '@salesforce/label/c.Patchbay_AdminMailboxKindIntake';
import microsoft from '@salesforce/label/c.Patchbay_AdminMailboxPresetMicrosoft';
import oauth from '@salesforce/label/c.Patchbay_AdminMailboxSignInOauth';
import other from '@salesforce/label/c.Patchbay_AdminMailboxPresetOther';
import password from '@salesforce/label/c.Patchbay_AdminMailboxPassword';
import passwordSignIn from '@salesforce/label/c.Patchbay_AdminMailboxSignInPassword';
import port from '@salesforce/label/c.Patchbay_AdminMailboxPort';
import preset from '@salesforce/label/c.Patchbay_AdminMailboxPreset';
import queue from '@salesforce/label/c.Patchbay_AdminMailboxQueue';
import refreshToken from '@salesforce/label/c.Patchbay_AdminMailboxRefreshToken';
import save from '@salesforce/label/c.Patchbay_AdminMailboxSave';
import scope from '@salesforce/label/c.Patchbay_AdminMailboxScope';
import signInWith from '@salesforce/label/c.Patchbay_AdminMailboxSignInWith';
import test from '@salesforce/label/c.Patchbay_AdminMailboxTest';
import testing from '@salesforce/label/c.Patchbay_AdminMailboxTesting';
import tls from '@salesforce/label/c.Patchbay_AdminMailboxTls';
import tlsNone from '@salesforce/label/c.Patchbay_AdminMailboxTlsNone';
import tlsStart from '@salesforce/label/c.Patchbay_AdminMailboxTlsStart';
import tlsYes from '@salesforce/label/c.Patchbay_AdminMailboxTlsYes';
import tokenUrl from '@salesforce/label/c.Patchbay_AdminMailboxTokenUrl';
import user from '@salesforce/label/c.Patchbay_AdminMailboxUser';

export const labels = {
    add,
    address,
    authserv,
    cancel,
    clientId,
    clientSecret,
    displayName,
    editing,
    folder,
    from,
    fromBeginning,
    fromNow,
    google,
    host,
    keep,
    kind,
    kindImap,
    kindIntake,
    microsoft,
    oauth,
    other,
    password,
    passwordSignIn,
    port,
    preset,
    queue,
    refreshToken,
    save,
    scope,
    signInWith,
    test,
    testing,
    tls,
    tlsNone,
    tlsStart,
    tlsYes,
    tokenUrl,
    user,
};
