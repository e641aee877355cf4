/** Bodies outside the institution to which anybody may go directly, and where it was seen what they take. */
export interface OtherBody {
  readonly id: 'bawaslu' | 'bkn' | 'lapor';
  readonly address: string;
  readonly source: string;
}

export const OTHER_BODIES: readonly OtherBody[] = [
  {
    id: 'bawaslu',
    address: 'https://sigaplapor.bawaslu.go.id/',
    source: 'https://sigaplapor.bawaslu.go.id/penanganan',
  },
  {
    id: 'bkn',
    address: 'https://sbt.bkn.go.id/',
    source: 'https://koran-jakarta.com/aplikasi-pelaporan-netralitas-asn-siap-digunakan',
  },
  {
    id: 'lapor',
    address: 'https://www.lapor.go.id/',
    source: 'https://apps.apple.com/xk/app/sp4n-lapor/id1486554343',
  },
];
