import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { arrive } from './state/document/handover.ts';
import { setLooks } from './ui/tokens.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
setLooks(document.documentElement);
arrive();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
