// One row of the composition editor and what its fields say.

const named = (row) => [...row.querySelectorAll("[name]")];

export const fields = (row) => Object.fromEntries(named(row).map((field) => [field.name, field.value]));

export const nameOf = (row) => row.querySelector("[name=office]").value.replace(/\s+/g, " ").trim();

// A new row without an office says nobody yet; one that was read from the text may have none.
export const finished = (list) => [...list.children].filter((row) => nameOf(row) || row.querySelector("[name=start]").value >= 0);

export const names = (list) => finished(list).map(nameOf);

export const arabic = (digits) => digits.replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e20));

export function fill(row, values) {
  for (const field of named(row)) {
    const value = values[field.name];
    const isKnown = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
    if (!isKnown) field.add(new Option(value, value));
    field.value = value ?? field.value;
  }
  return row;
}
