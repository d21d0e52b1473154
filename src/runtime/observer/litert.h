// Copyright litetrim authors. SPDX-License-Identifier: Apache-2.0
//
// What litetrim's programs use of LiteRT's C API (2.3.0), declared here so that building needs none of its
// files. Every function returns 0 for success. scripts/build-native.mjs links against these names.
#ifndef LITETRIM_LITERT_H
#define LITETRIM_LITERT_H
#include <stddef.h>
#include <stdint.h>

typedef int LiteRtStatus;
typedef void *LiteRtHandle;

enum { LITERT_LOCK_READ = 0, LITERT_LOCK_WRITE = 1, LITERT_CPU = 1, LITERT_HOST_MEMORY = 1, LITERT_MAX_RANK = 8 };
// Of a profiler's event: bits that its type is one of, and the last of its sources.
enum { LITERT_LAST_EVENT_TYPE = 1 << 8, LITERT_LAST_EVENT_SOURCE = 2 };

typedef struct {
  int element_type;
  unsigned rank : 7, has_strides : 1;
  int32_t dimensions[LITERT_MAX_RANK];
  uint32_t strides[LITERT_MAX_RANK];
} LiteRtRankedTensorType;

typedef struct {
  const char *tag;
  int type;  // 2: an operator of the interpreter, 8: an operator inside a delegate
  uint64_t start_us, elapsed_us;
  size_t memory_before[3], memory_after[3];
  uint64_t metadata1, metadata2;
  int source;
} LiteRtProfilerEvent;

// As these headers lay them out on 64-bit Linux: LiteRT is given them by address and never asks for their sizes.
_Static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8, "64-bit addresses");
_Static_assert(sizeof(LiteRtRankedTensorType) == 72, "LiteRtRankedTensorType");
_Static_assert(offsetof(LiteRtRankedTensorType, dimensions) == 8, "LiteRtLayout.dimensions");
_Static_assert(offsetof(LiteRtRankedTensorType, strides) == 40, "LiteRtLayout.strides");
_Static_assert(sizeof(LiteRtProfilerEvent) == 104, "ProfiledEventData");
_Static_assert(offsetof(LiteRtProfilerEvent, type) == 8, "ProfiledEventData.event_type");
_Static_assert(offsetof(LiteRtProfilerEvent, start_us) == 16, "ProfiledEventData.start_timestamp_us");
_Static_assert(offsetof(LiteRtProfilerEvent, elapsed_us) == 24, "ProfiledEventData.elapsed_time_us");
_Static_assert(offsetof(LiteRtProfilerEvent, memory_before) == 32, "ProfiledEventData.begin_mem_usage");
_Static_assert(offsetof(LiteRtProfilerEvent, metadata1) == 80, "ProfiledEventData.event_metadata1");
_Static_assert(offsetof(LiteRtProfilerEvent, source) == 96, "ProfiledEventData.event_source");

LiteRtStatus LiteRtCreateEnvironment(int option_count, const void *options, LiteRtHandle *environment);
LiteRtStatus LiteRtCreateModelFromFile(LiteRtHandle environment, const char *path, LiteRtHandle *model);
LiteRtStatus LiteRtCreateModelFromBuffer(LiteRtHandle environment, const void *content, size_t bytes, LiteRtHandle *model);
LiteRtStatus LiteRtCreateOptions(LiteRtHandle *options);
LiteRtStatus LiteRtSetOptionsHardwareAccelerators(LiteRtHandle options, int accelerators);
LiteRtStatus LiteRtCreateOpaqueOptions(const char *name, void *payload, void (*release)(void *), LiteRtHandle *out);
LiteRtStatus LiteRtAddOpaqueOptions(LiteRtHandle options, LiteRtHandle opaque);
LiteRtStatus LiteRtCreateCompiledModel(LiteRtHandle environment, LiteRtHandle model, LiteRtHandle options,
                                       LiteRtHandle *compiled);
LiteRtStatus LiteRtGetNumModelSignatures(LiteRtHandle model, size_t *count);
LiteRtStatus LiteRtGetModelSignature(LiteRtHandle model, size_t index, LiteRtHandle *signature);
LiteRtStatus LiteRtGetNumSignatureInputs(LiteRtHandle signature, size_t *count);
LiteRtStatus LiteRtGetNumSignatureOutputs(LiteRtHandle signature, size_t *count);
LiteRtStatus LiteRtGetSignatureInputTensorByIndex(LiteRtHandle signature, size_t index, LiteRtHandle *tensor);
LiteRtStatus LiteRtGetSignatureOutputTensorByIndex(LiteRtHandle signature, size_t index, LiteRtHandle *tensor);
LiteRtStatus LiteRtGetRankedTensorType(LiteRtHandle tensor, LiteRtRankedTensorType *type);
LiteRtStatus LiteRtGetCompiledModelInputBufferRequirements(LiteRtHandle compiled, size_t signature, size_t index,
                                                           LiteRtHandle *requirements);
LiteRtStatus LiteRtGetCompiledModelOutputBufferRequirements(LiteRtHandle compiled, size_t signature, size_t index,
                                                            LiteRtHandle *requirements);
LiteRtStatus LiteRtGetTensorBufferRequirementsBufferSize(LiteRtHandle requirements, size_t *bytes);
LiteRtStatus LiteRtCreateManagedTensorBuffer(LiteRtHandle environment, int kind, const LiteRtRankedTensorType *type,
                                             size_t bytes, LiteRtHandle *buffer);
LiteRtStatus LiteRtLockTensorBuffer(LiteRtHandle buffer, void **address, int mode);
LiteRtStatus LiteRtUnlockTensorBuffer(LiteRtHandle buffer);
LiteRtStatus LiteRtRunCompiledModel(LiteRtHandle compiled, size_t signature, size_t input_count, LiteRtHandle *inputs,
                                    size_t output_count, LiteRtHandle *outputs);
LiteRtStatus LiteRtCompiledModelGetProfiler(LiteRtHandle compiled, LiteRtHandle *profiler);
LiteRtStatus LiteRtStartProfiler(LiteRtHandle profiler);
LiteRtStatus LiteRtStopProfiler(LiteRtHandle profiler);
LiteRtStatus LiteRtResetProfiler(LiteRtHandle profiler);
LiteRtStatus LiteRtGetNumProfilerEvents(LiteRtHandle profiler, int *count);
LiteRtStatus LiteRtGetProfilerEvents(LiteRtHandle profiler, int count, LiteRtProfilerEvent *events);
#endif
