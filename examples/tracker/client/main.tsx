import { render } from 'preact';
import { App } from './App.js';
import { readSession } from './session.js';
import { adoptStyles } from './styles.js';

adoptStyles(document);
render(<App session={readSession(document)} />, document.body);
