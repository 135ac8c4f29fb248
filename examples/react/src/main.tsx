import { createRoot } from 'react-dom/client';
import { App } from './App.js';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id "root" in the page.');

const { key = '', endpoint = '', tokenUrl = '' } = root.dataset;
const getToken = async () => (await fetch(tokenUrl)).text();

createRoot(root).render(<App options={{ key, endpoint, getToken }} />);
