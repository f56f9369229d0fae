/** Values of the contract's enums in the order in which they are met most. */
export const CHANNELS = ['WINDOW', 'EMERGENCY_110', 'HOTLINE_96110', 'FROM_BANK', 'HANDED_OVER'] as const;
export const FRAUD_TYPES = [
  'BRUSHING_REBATE',
  'FALSE_INVESTMENT',
  'FALSE_SHOPPING',
  'FALSE_CUSTOMER_SERVICE',
  'FALSE_LOAN',
  'FALSE_CREDIT_RECORD',
  'FALSE_LEADER_OR_FRIEND',
  'FALSE_AUTHORITY',
  'FALSE_ROMANCE',
  'FALSE_GAME_TRADE',
  'OTHER_FRAUD',
] as const;
export const ID_TYPES = ['RESIDENT_ID', 'PASSPORT', 'HK_MACAO_TAIWAN_PERMIT', 'CREDIT_CODE', 'OTHER_ID'] as const;
export const VICTIM_KINDS = ['PERSON', 'COMPANY'] as const;
export const ACCOUNT_KINDS = ['CARD', 'PASSBOOK', 'COMPANY_ACCOUNT', 'WALLET'] as const;
export const TRANSFER_CHANNELS = ['MOBILE_BANK', 'THIRD_PARTY_PAYMENT', 'ONLINE_BANK', 'ATM', 'COUNTER'] as const;
export const CONTACT_KINDS = [
  'MOBILE',
  'FIXED_LINE',
  'SERVICE_NUMBER',
  'OVERSEAS',
  'SMS',
  'MESSENGER',
  'WEBSITE',
] as const;
export const DIRECTIONS = ['INCOMING', 'OUTGOING'] as const;
