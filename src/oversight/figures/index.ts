export { figuresPages } from './pages/figures.page.tsx';
