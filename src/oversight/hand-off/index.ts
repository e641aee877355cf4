export { handOffPages } from './pages/hand-off.page.tsx';
