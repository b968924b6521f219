import demoAgentRole from '@salesforce/label/c.Patchbay_DemoAgentRole';
import demoHint from '@salesforce/label/c.Patchbay_DemoHint';
import orWithPassword from '@salesforce/label/c.Patchbay_OrWithPassword';
import password from '@salesforce/label/c.Patchbay_Password';
import signIn from '@salesforce/label/c.Patchbay_SignIn';
import signInIncomplete from '@salesforce/label/c.Patchbay_SignInIncomplete';
import signInTitle from '@salesforce/label/c.Patchbay_SignInTitle';
import signingIn from '@salesforce/label/c.Patchbay_SigningIn';
import username from '@salesforce/label/c.Patchbay_Username';

export const labels = {
    demoAgentRole,
    demoHint,
    orWithPassword,
    password,
    signIn,
    signInIncomplete,
    signInTitle,
    signingIn,
    username,
};
