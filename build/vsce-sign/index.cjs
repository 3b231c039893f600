/** What @vscode/vsce imports in order to sign packages and to verify signatures. This project does neither. */
function refuse() {
  throw new Error(
    'gouji is packed without @vscode/vsce-sign, so nothing can be signed or verified',
  );
}

module.exports = { generateManifest: refuse, verify: refuse, zip: refuse };
