export { reminderCommands } from './commands.ts';
export { reminderPages } from './pages/reminders.page.tsx';
export { startReminders } from './round.ts';
