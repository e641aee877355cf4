import { casePlace } from '../../cases/browser/page.ts';
import { sealOnSubmit } from '../../cases/browser/write.ts';

// The note to a pause is sealed here, as the note of any step.
const form = document.querySelector<HTMLFormElement>('form[data-pause]');
if (form) sealOnSubmit(casePlace(form), form);
