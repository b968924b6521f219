import '@lwc/synthetic-shadow';
import { createElement } from 'lwc';
import App from 'host/app';
import { applyScheme, chosenScheme } from './scheme';

applyScheme(chosenScheme());
document.body.appendChild(createElement('host-app', { is: App }));
