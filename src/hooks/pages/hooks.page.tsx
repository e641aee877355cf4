import { actor, guard, mayDo, type Staff, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { hooksOf, makeHook } from '../hooks.ts';
import { KINDS } from '../kinds.ts';
import { t } from '../messages.ts';
import { GivenSecret, type HookForm, HooksPage } from './hooks.view.tsx';

const FIELD_OF: Readonly<Record<string, string>> = {
  'hooks.addressForm': 'address',
  'hooks.addressPrivate': 'address',
  'hooks.tooMany': '',
};

/** The hooks of an institution, and adding one. */
export function hooksPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function show(c: Ctx, staff: Staff, form: HookForm, errors: FieldErrors) {
    const { lang } = c.get('visit');
    const agency = await agencyOn(pool, staff.agencyId, null);
    const hooks = await hooksOf(pool, agency.id);
    return showWork(c, {
      title: t(lang)('hooks.title'),
      brand: agency.name,
      status: Object.keys(errors).length > 0 ? 422 : 200,
      body: <HooksPage {...{ lang, agency, hooks, form, errors, may: mayDo(c, 'hooks.change') !== null }} />,
    });
  }

  app.get(urls.hooks, (c) => show(c, guard(c, 'hooks.read'), { address: '', kinds: ['log'] }, {}));

  app.post(urls.hooks, async (c) => {
    const staff = guard(c, 'hooks.change');
    const { lang } = c.get('visit');
    const { agencyId } = staff;
    const body = await c.req.parseBody({ all: true });
    const chosen = [body.kinds].flat();
    const form: HookForm = {
      address: typeof body.address === 'string' ? body.address.trim().slice(0, 1000) : '',
      kinds: KINDS.filter((kind) => chosen.includes(kind)),
    };
    if (form.kinds.length === 0) return show(c, staff, form, { kinds: t(lang)('hooks.kindsMissing') });
    try {
      const wish = { ...form, agencyId, by: actor(staff) };
      const { id, secret } = await transaction(pool, (client) => makeHook(client, platform, wish, now()));
      const agency = await agencyOn(pool, agencyId, null);
      const given = <GivenSecret {...{ lang, agencyId, hookId: id, secret, both: false }} />;
      return showWork(c, { title: t(lang)('hooks.given'), brand: agency.name, body: given });
    } catch (error) {
      const field = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || field === undefined) throw error;
      return show(c, staff, form, { [field]: messageOf(lang, error.code, error.params) ?? error.code });
    }
  });
}
