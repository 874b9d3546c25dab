/** Content of tables as CSV (RFC 4180): numbers as they are, empty for what is not known, no text that is taken for a formula. */
export function csv(columns, rows) {
  const cell = (given) => {
    if (given === null || given === undefined) return '';
    if (typeof given === 'number') return String(given);
    const safe = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(given) ? `'${given}` : String(given);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map(({ label }) => cell(label)), ...rows.map((row) => columns.map(({ sort, text }) => cell((sort ?? text)(row))))];
  return new Blob([lines.map((line) => `${line.join(',')}\r\n`).join('')], { type: 'text/csv;charset=utf-8' });
}

/** Has the browser keep something as a file. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = addressOf(blob);
  link.download = name;
  link.click();
}

/** An address of it for as long as opening it takes: the browser holds it in memory until the address is taken back. */
export function addressOf(blob) {
  const address = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  return address;
}
