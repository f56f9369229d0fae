/** Provinces by GB/T 2260's first two digits; 99 is the demonstration's, which does not exist. */
export const PROVINCES = [
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44'],
  ...['45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '99'],
] as const;
