export default {
  'oversight.caseUnknown': 'Perkara ini tidak ada, atau Anda tidak memegang aksesnya.',
} as const;
