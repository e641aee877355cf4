import type { VNode } from 'preact';
import { accessText, type Role } from '../access/index.ts';
import { EXAMPLE_PASSPHRASE } from '../oversight/index.ts';
import type { Lang } from '../platform/i18n.ts';
import { to, urls } from '../urls.ts';
import { t } from './messages.ts';

export interface ExampleAccess {
  accounts: readonly { username: string; role: Role; agencies: readonly string[] }[];
  slip: { name: string; code: string } | null;
}

export function Home(props: { lang: Lang; signedIn: boolean; unclaimed: ExampleAccess | null }): VNode {
  const { lang, signedIn, unclaimed } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{tr('home.title')}</h1>
      <p class="prose">{tr('home.lead')}</p>
      <div class="grid">
        <Door
          title={tr('home.signCard')}
          text={tr('home.signText')}
          href={urls.enterCode}
          button={tr('home.signButton')}
        />
        <Door
          title={tr('home.verifyCard')}
          text={tr('home.verifyText')}
          href={urls.verify}
          button={tr('home.verify')}
        />
        <Door
          title={tr('home.guideCard')}
          text={tr('home.guideText')}
          href={urls.guide}
          button={tr('home.guideButton')}
        />
        <Door
          title={tr('home.reportCard')}
          text={tr('home.reportText')}
          href={urls.report}
          button={tr('home.reportButton')}
        />
        <Door
          title={tr('home.staffCard')}
          text={tr('home.staffText')}
          href={signedIn ? urls.work : urls.signIn}
          button={tr(signedIn ? 'home.work' : 'home.staff')}
        />
      </div>
      {unclaimed ? <Unclaimed lang={lang} access={unclaimed} /> : null}
      <p class="quiet prose">{tr('home.draftNote')}</p>
    </>
  );
}

function Door({
  title,
  text,
  href,
  button,
}: {
  title: string;
  text: string;
  href: string;
  button: string;
}): VNode {
  return (
    <section class="card">
      <h2>{title}</h2>
      <p>{text}</p>
      <a class="button" href={href}>
        {button}
      </a>
    </section>
  );
}

function Unclaimed({ lang, access }: { lang: Lang; access: ExampleAccess }): VNode {
  const tr = t(lang);
  const { accounts, slip } = access;
  return (
    <section class="card" aria-labelledby="belum-dimiliki">
      <h2 id="belum-dimiliki">{tr('home.unclaimedTitle')}</h2>
      <p>{tr('home.unclaimedText')}</p>
      {slip ? (
        <>
          <h3>{tr('home.practiceTitle')}</h3>
          <p>
            {tr('home.practiceText', { name: slip.name })}{' '}
            <a href={to('sign', { code: slip.code })}>{slip.code}</a>
          </p>
        </>
      ) : null}
      {accounts.length > 0 ? (
        <>
          <h3>{tr('home.examplesTitle')}</h3>
          <p class="quiet">{tr('home.examplesNote')}</p>
          <ul class="steps">
            {accounts.map((row) => (
              <li key={row.username}>
                <span>
                  {accessText(lang)(`access.role.${row.role}`)}
                  <br />
                  <small>
                    {row.agencies.length > 1
                      ? tr('home.inAgencies', { count: row.agencies.length })
                      : row.agencies[0]}
                    {row.role === 'inspector' ? (
                      <>
                        <br />
                        {tr('home.exampleKey', { passphrase: EXAMPLE_PASSPHRASE })}
                      </>
                    ) : null}
                  </small>
                </span>
                <EnterAs lang={lang} username={row.username} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a class="button second" href={urls.claim}>
          {tr('home.claim')}
        </a>
      </p>
    </section>
  );
}

function EnterAs({ lang, username }: { lang: Lang; username: string }): VNode {
  return (
    <form method="post" action={urls.signInExample}>
      <button type="submit" class="second" name="username" value={username}>
        {t(lang)('home.enterAs')}: {username}
      </button>
    </form>
  );
}
