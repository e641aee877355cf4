export { homePages } from './home.page.tsx';
export { foot } from './foot.ts';
