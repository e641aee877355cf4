export { foot } from './foot.ts';
export { homePages } from './home.page.tsx';
