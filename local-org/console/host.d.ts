declare module 'host/app' {
    import { LightningElement } from 'lwc';
    export default class App extends LightningElement {}
}
declare module '@lwc/synthetic-shadow';
