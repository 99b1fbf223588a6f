import { ApiError, type Problem } from '@sinew/contract/client.ts'

/**
 * Sends a file as the body of a request and says how much of it has left, in shares of 1. Rejects with what the server
 * answered, as an `ApiError`, or with an `Error` when it cannot be reached. (`fetch` tells nothing while it sends.)
 */
export function uploadTo(url: string, file: Blob, onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Error('The server cannot be reached.'))
    request.onload = () => {
      const isFine = request.status >= 200 && request.status < 300
      if (isFine) resolve(request.response)
      else reject(new ApiError(problemOf(request)))
    }
    request.send(file)
  })
}

function problemOf({ response, status, statusText }: XMLHttpRequest): Problem {
  // Every refusal of the server is a problem; what stands before it may answer otherwise.
  const isProblem = typeof response === 'object' && response !== null && 'title' in response
  return isProblem ? (response as Problem) : { type: 'about:blank', title: statusText || String(status), status }
}
