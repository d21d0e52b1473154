// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
#include "ports.h"

#include <stdio.h>
#include <unistd.h>

#include "memory.h"

void fail(int code, const char *why) {
  fprintf(stderr, "litetrim runner: %s\n", why);
  _exit(code);
}

void check(LiteRtStatus status, int code, const char *what) {
  if (status == 0) return;
  fprintf(stderr, "litetrim runner: %s: LiteRT status %d\n", what, status);
  _exit(code);
}

static void keep(void *payload) { (void)payload; }

static void add_options(LiteRtHandle options, const char *name, char *toml) {
  LiteRtHandle opaque;
  check(LiteRtCreateOpaqueOptions(name, toml, keep, &opaque), EXIT_PREPARE, name);
  check(LiteRtAddOpaqueOptions(options, opaque), EXIT_PREPARE, name);
}

LiteRtHandle prepare(LiteRtHandle environment, LiteRtHandle model, bool profile) {
  static char delegate[] = "kernel_mode = \"delegate\"\nnum_threads = 1\n", profiling[] = "enable_profiling = true\n";
  LiteRtHandle options, compiled;
  check(LiteRtCreateOptions(&options), EXIT_PREPARE, "options");
  check(LiteRtSetOptionsHardwareAccelerators(options, LITERT_CPU), EXIT_PREPARE, "options");
  add_options(options, "xnnpack", delegate);
  if (profile) add_options(options, "runtime_options_string", profiling);
  check(LiteRtCreateCompiledModel(environment, model, options, &compiled), EXIT_PREPARE, "preparing the model");
  return compiled;
}

static Ports new_ports(size_t count) {
  Port *ports = own_memory(NULL, array_bytes(count, sizeof *ports));
  LiteRtHandle *buffers = own_memory(NULL, array_bytes(count, sizeof *buffers));
  return (Ports){count, ports, buffers};
}

static void open_port(Ports *ports, size_t index, LiteRtHandle environment, LiteRtHandle tensor, LiteRtHandle needs) {
  Port *port = &ports->ports[index];
  LiteRtRankedTensorType type;
  check(LiteRtGetRankedTensorType(tensor, &type), EXIT_PREPARE, "type of an input or output");
  if (type.rank > LITERT_MAX_RANK) fail(EXIT_PREPARE, "an input or output has too many dimensions");
  for (unsigned d = 0; d < type.rank; d++)
    if (type.dimensions[d] < 0) type.dimensions[d] = 1;
  check(LiteRtGetTensorBufferRequirementsBufferSize(needs, &port->bytes), EXIT_PREPARE, "size of an input or output");
  check(LiteRtCreateManagedTensorBuffer(environment, LITERT_HOST_MEMORY, &type, port->bytes, &port->buffer), EXIT_PREPARE,
        "buffer of an input or output");
  port->element_type = type.element_type;
  ports->buffers[index] = port->buffer;
}

Ports open_inputs(LiteRtHandle environment, LiteRtHandle compiled, LiteRtHandle signature) {
  size_t count;
  check(LiteRtGetNumSignatureInputs(signature, &count), EXIT_PREPARE, "inputs");
  Ports ports = new_ports(count);
  for (size_t k = 0; k < count; k++) {
    LiteRtHandle tensor, needs;
    check(LiteRtGetSignatureInputTensorByIndex(signature, k, &tensor), EXIT_PREPARE, "input");
    check(LiteRtGetCompiledModelInputBufferRequirements(compiled, 0, k, &needs), EXIT_PREPARE, "input");
    open_port(&ports, k, environment, tensor, needs);
  }
  return ports;
}

Ports open_outputs(LiteRtHandle environment, LiteRtHandle compiled, LiteRtHandle signature) {
  size_t count;
  check(LiteRtGetNumSignatureOutputs(signature, &count), EXIT_PREPARE, "outputs");
  Ports ports = new_ports(count);
  for (size_t k = 0; k < count; k++) {
    LiteRtHandle tensor, needs;
    check(LiteRtGetSignatureOutputTensorByIndex(signature, k, &tensor), EXIT_PREPARE, "output");
    check(LiteRtGetCompiledModelOutputBufferRequirements(compiled, 0, k, &needs), EXIT_PREPARE, "output");
    open_port(&ports, k, environment, tensor, needs);
  }
  return ports;
}

size_t bytes_of(const Ports *ports) {
  size_t bytes = 0;
  for (size_t k = 0; k < ports->count; k++)
    if (__builtin_add_overflow(bytes, ports->ports[k].bytes, &bytes)) fail(EXIT_SYSTEM, "out of memory");
  return bytes;
}
