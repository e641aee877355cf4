import { codeIn } from './picture.ts';

export type CameraTrouble = 'none' | 'refused';

export interface Camera {
  stop(): void;
}

/** Shows the camera in `video` and tells of every code that it sees, again while it is in sight, until stopped. */
export async function openCamera(
  video: HTMLVideoElement,
  seen: (text: string) => void,
  trouble: (why: CameraTrouble) => void,
): Promise<Camera> {
  const stream = await ask(trouble);
  let open = stream !== null;
  const stop = () => {
    open = false;
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
  };
  if (stream === null) return { stop };
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  const look = async () => {
    const text = open ? await codeIn(video) : null;
    if (!open) return;
    if (text !== null) seen(text);
    setTimeout(look, 120);
  };
  void look();
  return { stop };
}

async function ask(trouble: (why: CameraTrouble) => void): Promise<MediaStream | null> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  try {
    if (devices === undefined) throw new Error('no camera');
    return await devices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1600 } } });
  } catch (error) {
    trouble((error as Error).name === 'NotAllowedError' ? 'refused' : 'none');
    return null;
  }
}
