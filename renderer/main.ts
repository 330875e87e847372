import { mark } from './marks.ts';
import { mount } from 'svelte';
import AppView from './App.svelte';
import { currentHost } from './host/index.ts';
import { App } from './state/app.svelte.ts';
import './theme/tokens.css';
import './theme/fonts.css';
import './theme/base.css';

mount(AppView, { target: document.body, props: { app: new App(currentHost()) } });
mark('page-mounted');
