/** Hands a file to the browser to keep. */
export function keep(bytes: BlobPart, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export async function posted<Answer>(url: string, body: unknown): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  });
  const said = (await answer.json().catch(() => null)) as (Answer & { message?: string }) | null;
  if (!answer.ok || !said) throw new Posted(answer.status, said?.message ?? '');
  return said;
}

/** What the server said against it, in the words of the page. */
export class Posted extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
