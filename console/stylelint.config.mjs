/** Our own styles must work in the oldest browsers of package.json; what they lack is an error. */
export default {
  plugins: ['stylelint-no-unsupported-browser-features'],
  rules: {
    'plugin/no-unsupported-browser-features': [true, {severity: 'error', ignorePartialSupport: true}],
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-properties': true,
    'property-no-unknown': true,
  },
};
