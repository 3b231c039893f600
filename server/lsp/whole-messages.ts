import { Writable } from 'node:stream';

/**
 * The protocol's writer writes the header of a message, then its content. Each write to a pipe wakes whoever reads from it,
 * who then waits for the rest, and on a busy machine does so in the server's place. So a header is kept until its content
 * comes, and both go out at once.
 */
export function wholeMessages(output: NodeJS.WritableStream): Writable {
  let header: Buffer | undefined;
  const whole = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (header === undefined) {
        header = chunk;
        done();
        return;
      }
      const message = Buffer.concat([header, chunk]);
      header = undefined;
      output.write(message, done);
    },
  });
  output.on('error', (fault) => whole.destroy(fault));
  return whole;
}
