import type { VNode } from 'preact';
import { type Camera, openCamera } from '../../platform/camera/camera.ts';
import { Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { isQrText } from '../../verify/index.ts';
import { type Anchors, noAnchors } from './anchors.ts';
import { check, type Found, type Subject, subjectAfter } from './check.ts';
import { type Given, readGiven } from './given.ts';
import { t } from './messages.ts';
import { Frame, Result, Trust } from './page.view.tsx';

/** The page that works from disk: everything happens here, nothing is sent or fetched. */

let lang: Lang = navigator.language.startsWith('en') ? 'en' : 'id';
let anchors: Anchors = { ...noAnchors, ...JSON.parse(part('anchors').textContent ?? 'null') };
let subject: Subject = {};
let found: Found | null = null;
let camera: Camera | null = null;

drawAll();
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  part('drop').classList.add('over');
});
document.addEventListener('dragleave', () => part('drop').classList.remove('over'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  part('drop').classList.remove('over');
  if (event.dataTransfer !== null) void take([...event.dataTransfer.files]);
});

function drawAll(): void {
  camera?.stop();
  camera = null;
  document.documentElement.lang = lang;
  document.title = `${t(lang)('offline.title')} · Ikrar`;
  const on = {
    files: (files: readonly File[]) => take(files),
    camera: toggleCamera,
    language: changeLanguage,
  };
  show('app', <Frame lang={lang} on={on} />);
  drawResult();
  drawTrust();
}

function drawResult(): void {
  const tr = t(lang);
  show('heading', found ? <h2>{tr('offline.title')}</h2> : <h1>{tr('offline.title')}</h1>);
  show('result', found && <Result lang={lang} found={found} />);
}

function drawTrust(): void {
  show('trust', <Trust lang={lang} anchors={anchors} add={(files) => take(files, true)} />);
}

function changeLanguage(): void {
  lang = lang === 'id' ? 'en' : 'id';
  drawAll();
  part('language').focus();
}

/**
 * Attacker: whoever hands over a forged document together with the root that it leads to. What is to be trusted is taken
 * from the field for it alone, never from a heap of files.
 */
async function take(files: readonly File[], trusting = false): Promise<void> {
  say('offline.working');
  const given: Given[] = [];
  for (const file of files) {
    const one = await readGiven(file, anchors);
    if (one.kind === 'anchors' && trusting) anchors = one.anchors;
    given.push(one);
  }
  await judge(given, trusting);
}

async function judge(given: readonly Given[], trusting = false): Promise<void> {
  // A file that cannot be read must not stand above the good verdict of the one before it.
  const isUnread = !trusting && given.some(({ kind }) => kind === 'noCode' || kind === 'strange');
  subject = subjectAfter(isUnread ? {} : subject, given);
  found = await check(subject, anchors);
  drawTrust();
  drawResult();
  for (const one of given) remark(one, trusting);
  const head = document.querySelector<HTMLElement>('#result h1, #result .notice');
  head?.focus();
  head?.scrollIntoView({ block: 'start' });
}

/** What came of a file that is not itself the subject. */
function remark({ kind, name }: Given, trusting: boolean): void {
  if (kind === 'anchors' && trusting) say('offline.anchorsRead', { name }, 'good');
  if (kind === 'anchors' && !trusting) say('offline.anchorsBelow', { name }, 'warn');
  if (kind === 'strange') say('offline.strange', { name }, 'warn');
  if (kind === 'noCode') say('offline.noCode', { name }, 'warn');
  if (kind === 'proof' && subject.pdf === undefined) say('offline.proofAlone', { name });
}

type Key = Parameters<ReturnType<typeof t>>[0];

/** A remark above what was found before. */
function say(key: Key, params: Record<string, string> = {}, tone: 'info' | 'good' | 'warn' = 'info'): void {
  const remarked = (
    <Notice tone={tone}>
      <p>{t(lang)(key, params)}</p>
    </Notice>
  );
  if (key === 'offline.working') show('result', remarked);
  else part('result').prepend(nodeOf(remarked));
}

async function toggleCamera(): Promise<void> {
  if (camera !== null) return closeCamera();
  const tr = t(lang);
  part('camera').textContent = tr('offline.cameraStop');
  show(
    'scan',
    <>
      <p>{tr('offline.cameraHint')}</p>
      <video id="view" playsInline muted />
    </>,
  );
  const seen = (text: string) => {
    if (!isQrText(text)) return;
    closeCamera();
    void judge([{ kind: 'code', name: '', text }]);
  };
  camera = await openCamera(part('view') as HTMLVideoElement, seen, (why) => {
    closeCamera();
    const key = why === 'refused' ? 'offline.cameraRefused' : 'offline.cameraNone';
    show(
      'scan',
      <Notice tone="warn">
        <p>{tr(key)}</p>
      </Notice>,
    );
  });
}

function closeCamera(): void {
  camera?.stop();
  camera = null;
  part('camera').textContent = t(lang)('offline.camera');
  show('scan', null);
}

function show(id: string, content: VNode | null): void {
  part(id).replaceChildren(...(content === null ? [] : [nodeOf(content)]));
}

/** The build's own JSX runtime makes elements, not descriptions of them. */
function nodeOf(view: VNode): Node {
  return view as unknown as Node;
}

function part(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}
