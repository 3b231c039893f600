/** Every test that runs inside VS Code. */
import './diagnostics.ts';
import './editing.ts';
import './facts.ts';
import './commands.ts';
import './settings.ts';
import './unopened.ts';
import './multi-root.ts';
import './virtual.ts';
