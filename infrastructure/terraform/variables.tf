variable "name" {
  description = "What the server and what belongs to it are called."
  type        = string
  default     = "milesbot"
}

variable "server_type" {
  description = "How large it is; the smallest does."
  type        = string
  default     = "cx22"
}

variable "location" {
  description = "Where it stands."
  type        = string
  default     = "ash"
}

variable "ssh_public_key" {
  description = "Who may log in: the text of a public key."
  type        = string
}

variable "ssh_sources" {
  description = "From where one may log in."
  type        = list(string)
  default     = ["0.0.0.0/0", "::/0"]
}

variable "release_url" {
  description = "Where the release's zip can be downloaded, by https."
  type        = string

  validation {
    condition     = startswith(var.release_url, "https://")
    error_message = "The release is downloaded by https only, for example https://example.org/milesbot-0.1.0.zip."
  }
}

variable "release_sha256" {
  description = "What its SHA-256 is, as the file beside it (.zip.sha256) tells."
  type        = string

  validation {
    condition     = can(regex("^[0-9a-f]{64}$", var.release_sha256))
    error_message = "Write the 64 hexadecimal digits of milesbot-VERSION.zip.sha256."
  }
}

variable "data_gb" {
  description = "How large the disk of the data is, which outlives the server."
  type        = number
  default     = 10
}
